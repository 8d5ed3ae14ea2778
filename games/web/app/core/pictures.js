// Pictures of a situation, found by the words that tell it.

/** Icons by the words that call for them, Thai and English; the first words of a text come first. */
const PICTURES = /** @type {[string, RegExp, RegExp][]} */ ([
  ["ambulance", /1669|ฉุกเฉิน|หมดสติ|รถชน/, /emergenc|ambulance|unconscious|road accident/i],
  ["tangerine", /สวนส้ม|เก็บส้ม/, /tangerine|orange (?:farm|orchard)/i],
  ["ladder", /บันได|ลำไย|ตกจาก/, /ladder|longan|\bfell (?:from|off)/i],
  ["face-with-thermometer", /ไข้|ป่วย/, /fever|\bill\b|\bsick/i],
  ["hospital", /โรงพยาบาล|รพ\.สต|หน่วยบริการ/, /hospital|health centre|clinic/i],
  ["person-in-bed", /นอนพัก|พักรักษาตัว|หยุดงาน/, /\brest\b|days? off|stops? work/i],
  ["stethoscope", /หมอ|แพทย์|ตรวจ/, /doctor|check-up/i],
  ["pill", /ฮอร์โมน|กินยา|ร้านยา/, /hormone|medicine|pharmac/i],
  ["syringe", /ฉีด|เข็ม/, /inject|needle/i],
  ["baby", /ลูก(?!จ้าง|ค้า|ทุ่ง|พี่)|คลอด|บุตร/, /\bbab(?:y|ies)|\bbirth(?!day)|\bchild(?:ren)?\b/i],
  ["wedding", /สมรส|แต่งงาน/, /marr(?:y|ied|iage)|wedding/i],
  ["candle", /ศพ|เสียชีวิต|ตาย/, /funeral|\bdea(?:d|th)|\bdies?\b|\bdied\b/i],
  ["money-bag", /เงินออม|ออมเงิน|บำนาญ|บำเหน็จ/, /savings|pension|lump sum/i],
  ["coin", /สมทบ|เดือนละ|บาท/, /contribution|a month|baht/i],
  ["birthday-cake", /อายุ 60|ชรา|สูงอายุ/, /\b(?:turns?|aged?) 60|old[ -]age|older people/i],
  ["identification-card", /บัตรประชาชน|คำนำหน้า/, /ID card|title \(/i],
  ["page-facing-up", /เอกสาร|ใบรับรอง|หนังสือ/, /document|papers|certificate|letter/i],
  ["receipt", /ใบเสร็จ/, /receipt/i],
  ["telephone-receiver", /โทร|สายด่วน/, /\bcalls?\b|hotline|phone/i],
  ["mobile-phone", /แอป|LINE|ลิงก์/, /\bapp\b|\blinks?\b/i],
  ["balance-scale", /กฎหมาย|ศาล|ร้องเรียน/, /\blaws?\b|court|complain/i],
  [
    "rainbow",
    /เพศวิถี|อัตลักษณ์ทางเพศ|หลากหลายทางเพศ/,
    /sexual orientation|gender identity|LGBT|SOGIESC/i,
  ],
  ["factory", /(?<!ไม่มี)นายจ้าง|โรงงาน|ลูกจ้าง/, /(?<!no |without an )employer|factory|employee/i],
  ["shopping-cart", /ตลาด|ขายของ|แม่ค้า/, /market|\bsells?\b|vendor/i],
]);

const MOST = 3;

/**
 * Return the names of icons for what the text tells, in the order in which it does.
 *
 * @param {string} text
 */
export function picturesIn(text) {
  return PICTURES.map(([name, ...words]) => {
    const places = words.map((each) => text.search(each)).filter((place) => place >= 0);
    return { name, place: Math.min(...places) };
  })
    .filter(({ place }) => place < text.length)
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST)
    .map(({ name }) => name);
}
