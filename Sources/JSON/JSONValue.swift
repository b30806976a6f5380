/// One JSON value. Integers, floats and booleans are apart: `1`, `1.0` and `true` are three values.
///
/// Source: RFC 8259. An integer literal (no fraction, no exponent) that fits `Int64` is `.integer`;
/// every other number is `.float`.
public enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}
