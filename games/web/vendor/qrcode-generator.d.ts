/** The part of qrcode-generator that the page uses. */

export interface QrCode {
  addData(data: string, mode?: "Byte" | "Alphanumeric"): void;
  make(): void;
  getModuleCount(): number;
  isDark(row: number, column: number): boolean;
}

/** Type 0 takes the smallest that holds the data. */
export function qrcode(typeNumber: number, errorCorrectionLevel: "L" | "M" | "Q" | "H"): QrCode;
