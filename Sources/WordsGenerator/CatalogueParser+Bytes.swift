extension CatalogueParser {
  /// Reads the bytes of a file; bytes that are not UTF-8 are a problem at the place of the first one.
  package static func parse(file: String, bytes: [UInt8]) -> Result {
    if let text = String(validating: bytes, as: UTF8.self) { return parse(file: file, text: text) }
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      column = scalar == "\n" ? 1 : column + 1
      line += scalar == "\n" ? 1 : 0
    }
    return Result(problems: [CatalogueProblem(.notUTF8, at: CataloguePlace(file: file, line: line, column: column))])
  }
}
