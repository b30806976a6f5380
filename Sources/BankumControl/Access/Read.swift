import BankumModel
import BankumOffice

/// Reads the values of parameters; what cannot be read is `OfficeError.invalid` with its place.
enum Read {
  /// An id.
  static func id<Kind>(_ text: String, _ place: String) throws(OfficeError) -> Identifier<Kind> {
    do throws(ModelError) { return try Identifier(parsing: text) } catch {
      throw .invalid(place, text, .identifier(prefix: Kind.idPrefix))
    }
  }

  /// An id that may be left out.
  static func id<Kind>(_ text: String?, _ place: String) throws(OfficeError) -> Identifier<Kind>? {
    guard let text else { return nil }
    let id: Identifier<Kind> = try id(text, place)
    return id
  }

  /// A date, 2026-11-24.
  static func date(_ text: String, _ place: String) throws(OfficeError) -> CivilDate {
    do throws(ModelError) { return try CivilDate(parsing: text) } catch { throw .invalid(place, text, .date) }
  }

  /// A date that may be left out.
  static func date(_ text: String?, _ place: String) throws(OfficeError) -> CivilDate? {
    guard let text else { return nil }
    let date: CivilDate = try date(text, place)
    return date
  }

  /// A time of day, 09:30.
  static func minute(_ text: String, _ place: String) throws(OfficeError) -> MinuteOfDay {
    do throws(ModelError) { return try MinuteOfDay(parsing: text) } catch {
      throw .invalid(error.problems, at: place)
    }
  }

  /// A whole number of a range that may be left out.
  static func number(_ value: Int?, _ place: String, _ range: ClosedRange<Int>) throws(OfficeError) -> Int? {
    guard let value else { return nil }
    guard range.contains(value) else {
      throw .invalid(place, "\(value)", .number(range.lowerBound, range.upperBound))
    }
    return value
  }

  /// A code of a closed list.
  static func code<Value: Coded>(_ text: String, _ place: String) throws(OfficeError) -> Value
  where Value: CaseIterable {
    guard let value = Value.allCases.first(where: { $0.code == text }) else {
      throw .invalid(place, text, .oneOf(Value.allCases.map(\.code)))
    }
    return value
  }
}
