import BankumModel

/// How the text of a field becomes a value. The text is clean and says something.
struct FieldForm<Value: Sendable>: Sendable {
  let read: @Sendable (String) throws(FieldFault) -> Value

  init(_ read: @escaping @Sendable (String) throws(FieldFault) -> Value) {
    self.read = read
  }
}

extension FieldForm where Value == String {
  /// A text of a kind, as long as the register keeps it.
  static func text(_ kind: FreeText) -> FieldForm {
    FieldForm { (text: String) throws(FieldFault) in try kind.checked(text) }
  }

  /// The name of a block: without the word for block before it, in capitals.
  static var block: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      let words = text.split { $0 == " " || $0 == "." }
      let hasPrefix = words.count > 1 && ["blok", "block", "blk"].contains(words[0].lowercased())
      return try FreeText.blockName.checked(words.dropFirst(hasPrefix ? 1 : 0).joined(separator: " ").uppercased())
    }
  }
}

extension FieldForm where Value == Int {
  /// A whole number of the range; dots between thousands and a spreadsheet's `.0` are taken.
  static func number(_ range: ClosedRange<Int>) -> FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      var digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      if digits.utf8.count > 4, digits.utf8.reversed()[3] == UInt8(ascii: ".") { digits.removeAll { $0 == "." } }
      guard let number = Digits.value(of: digits.utf8) else { throw FieldFault(.numberSyntax) }
      guard range.contains(number) else {
        throw FieldFault(.numberRange, ["\(range.lowerBound)", "\(range.upperBound)"])
      }
      return number
    }
  }

  /// A share in thousandths, written in percent: `25`, `25%`, `12,5 %`.
  static var percentAsPerMille: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      let number = text.filter { $0 != "%" && $0 != " " }
      let parts = number.split(separator: number.contains(",") ? "," : ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let whole = Digits.value(of: parts[0].utf8),
        let tenths = parts.count == 2 ? Digits.value(of: parts[1].utf8) : 0, tenths < 10
      else { throw FieldFault(.numberSyntax) }
      guard whole * 10 + tenths <= 1000 else { throw FieldFault(.numberRange, ["0", "100"]) }
      return whole * 10 + tenths
    }
  }
}

extension FieldForm where Value == RegisterNumber {
  /// A number of a register book with its dirt.
  static var registerNumber: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      do { return try RegisterNumber(parsing: text) } catch { throw FieldFault(.registerNumberSyntax) }
    }
  }
}

extension FieldForm where Value == CriminalThreat {
  /// Years with or without the word, life, death; in both languages.
  static var threat: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      if let word = Vocabulary.threat[text] { return word }
      let digits = text.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      let unit = TextKey.of(String(text.dropFirst(digits.count)))
      guard ["", "tahun", "thn", "th", "years", "year", "y"].contains(unit), let years = Digits.value(of: digits),
        years <= 100
      else { throw FieldFault(.threatSyntax) }
      return .years(years)
    }
  }
}

extension FieldForm where Value == LanguageCode {
  /// A language by its code or its name.
  static var language: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in
      if let known = Vocabulary.language[text] { return known }
      do { return try LanguageCode(parsing: text) } catch { throw FieldFault(.languageSyntax) }
    }
  }
}

extension FieldForm where Value == Residence {
  /// A regency or city by its name.
  static var residence: FieldForm {
    FieldForm { (text: String) throws(FieldFault) in Residence(parsing: try FreeText.name.checked(text)) }
  }
}

extension FreeText {
  /// The text, if it is not longer than the register keeps it; characters that hide were refused when it was read.
  fileprivate func checked(_ text: String) throws(FieldFault) -> String {
    guard text.utf8.count <= limit else { throw FieldFault(.textTooLong, ["\(limit)"]) }
    return text
  }
}
