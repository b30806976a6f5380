import BankumModel

extension FieldForm {
  /// One of the words.
  static func word(_ words: Vocabulary<Value>) -> FieldForm where Value: Hashable {
    FieldForm { (text: String) throws(FieldFault) in
      guard let value = words[text] else { throw FieldFault(.wordUnknown, words.examples) }
      return value
    }
  }

  /// Several in one field, parted by comma, semicolon, stroke, plus or ampersand.
  static func list<Element: Sendable>(_ form: FieldForm<Element>) -> FieldForm where Value == [Element] {
    FieldForm { (text: String) throws(FieldFault) in
      var values: [Element] = []
      for part in Self.parts(of: text) { values.append(try form.read(part)) }
      return values
    }
  }

  /// Several in one field, each counted once.
  static func set<Element: Hashable & Sendable>(_ form: FieldForm<Element>) -> FieldForm where Value == Set<Element> {
    FieldForm { (text: String) throws(FieldFault) in
      var values: Set<Element> = []
      for part in Self.parts(of: text) { values.insert(try form.read(part)) }
      return values
    }
  }

  /// An id of the kind.
  static func identifier<Kind: IdentifierKind & SendableMetatype>() -> FieldForm where Value == Identifier<Kind> {
    let example = "\(Kind.idPrefix)-7K3M9QX2"
    return FieldForm { (text: String) throws(FieldFault) in
      do { return try Identifier<Kind>(parsing: text) } catch { throw FieldFault(.idSyntax, [example]) }
    }
  }

  private static func parts(of text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" || $0 == "/" || $0 == "|" || $0 == "+" || $0 == "&" }
      .map { $0.drop { $0 == " " } }
      .map { part in String(part.prefix(part.reversed().drop { $0 == " " }.count)) }
      .filter { !$0.isEmpty }
  }
}
