/// Files of other programs that are taken for text files, known by how they begin.
enum ForeignFormat: String {
  case xlsx
  case xls
  case html
  case pdf
  case zip

  /// The format of the bytes, or nil if they begin like a text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .xls
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      // The first member of a workbook is its list of content types; every other archive is just an archive.
      self = bytes.dropFirst(30).starts(with: "[Content_Types]".utf8) ? .xlsx : .zip
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: [0x1F, 0x8B]) {
      self = .zip
    } else if Self.isMarkup(bytes) {
      // Web systems like to call a page with one table an .xls file.
      self = .html
    } else {
      return nil
    }
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(512).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let lowered = start.prefix(16).map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return ["<html", "<!doctype", "<table", "<?xml", "<meta", "<head"].contains { lowered.starts(with: $0.utf8) }
  }
}
