import FoundationEssentials
import GRDB

extension Field {
  /// The value as the database library takes it.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }

  /// A value as it was found; a float, which is never stored, is read as nothing.
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null, .double: self = .null
    case .int64(let value): self = .integer(value)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .bytes(Array(data))
    }
  }
}

extension StatementArguments {
  /// Arguments in order.
  init(fields: [Field]) {
    self.init(fields.map(\.databaseValue))
  }
}
