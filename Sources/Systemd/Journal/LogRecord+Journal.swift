extension LogRecord {
  /// The record as fields of the journal, in a fixed order. Source: systemd.journal-fields(7).
  ///
  /// Metadata become fields of our own, `BANKUM_` before the key; a name never begins with `_`, which journald keeps
  /// for what it vouches for.
  var journalFields: [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = [
      ("MESSAGE", message), ("PRIORITY", String(priority)), ("SYSLOG_IDENTIFIER", identifier),
    ]
    if let messageID { fields.append(("MESSAGE_ID", messageID.text)) }
    fields.append(("CODE_FILE", file))
    fields.append(("CODE_LINE", String(line)))
    fields.append(("CODE_FUNC", function))
    for (key, value) in metadata { fields.append((Self.fieldName(key), value)) }
    return fields
  }

  /// The name of a metadata key in the journal: `BANKUM_` and the key in capital letters, with `_` for all that is not
  /// A-Z, 0-9 or `_`, cut to the 64 characters that journald accepts.
  static func fieldName(_ key: String) -> String {
    let name = key.unicodeScalars.map { scalar -> Character in
      switch scalar {
      case "a"..."z": Character(Unicode.Scalar(UInt8(scalar.value) - 32))
      case "A"..."Z", "0"..."9": Character(scalar)
      default: "_"
      }
    }
    return String(("BANKUM_" + name).prefix(64))
  }
}
