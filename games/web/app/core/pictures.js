// Pictures of a situation, found by the words that tell it.

/** Icons by the words that call for them; the first words of a text come first. */
const PICTURES = /** @type {[string, RegExp][]} */ ([
  ["ambulance", /1669|ฉุกเฉิน|หมดสติ|รถชน/],
  ["tangerine", /สวนส้ม|เก็บส้ม/],
  ["ladder", /บันได|ลำไย|ตกจาก/],
  ["face-with-thermometer", /ไข้|ป่วย/],
  ["hospital", /โรงพยาบาล|รพ\.สต|หน่วยบริการ/],
  ["person-in-bed", /นอนพัก|พักรักษาตัว|หยุดงาน/],
  ["stethoscope", /หมอ|แพทย์|ตรวจ/],
  ["pill", /ฮอร์โมน|กินยา|ร้านยา/],
  ["syringe", /ฉีด|เข็ม/],
  ["baby", /ลูก(?!จ้าง|ค้า|ทุ่ง|พี่)|คลอด|บุตร/],
  ["wedding", /สมรส|แต่งงาน/],
  ["candle", /ศพ|เสียชีวิต|ตาย/],
  ["money-bag", /เงินออม|ออมเงิน|บำนาญ|บำเหน็จ/],
  ["coin", /สมทบ|เดือนละ|บาท/],
  ["birthday-cake", /อายุ 60|ชรา|สูงอายุ/],
  ["identification-card", /บัตรประชาชน|คำนำหน้า/],
  ["page-facing-up", /เอกสาร|ใบรับรอง|หนังสือ/],
  ["receipt", /ใบเสร็จ/],
  ["telephone-receiver", /โทร|สายด่วน/],
  ["mobile-phone", /แอป|LINE|ลิงก์/],
  ["balance-scale", /กฎหมาย|ศาล|ร้องเรียน/],
  ["rainbow", /เพศวิถี|อัตลักษณ์ทางเพศ|หลากหลายทางเพศ/],
  ["factory", /(?<!ไม่มี)นายจ้าง|โรงงาน|ลูกจ้าง/],
  ["shopping-cart", /ตลาด|ขายของ|แม่ค้า/],
]);

const MOST = 3;

/**
 * Return the names of icons for what the text tells, in the order in which it does.
 *
 * @param {string} text
 */
export function picturesIn(text) {
  return PICTURES.map(([name, words]) => ({ name, place: text.search(words) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST)
    .map(({ name }) => name);
}
