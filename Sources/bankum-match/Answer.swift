import JSON
import Matching

/// The answer file: the schedule, its score and the bound.
enum Answer {
  /// The bytes of the file, with a newline at the end.
  static func bytes(_ name: String, _ plan: Plan) -> [UInt8] {
    var writer = JSONWriter(capacity: 64 * plan.assignments.count + 1024)
    func number(_ key: StaticString, _ value: Int) {
      writer.key(key)
      writer.integer(Int64(value))
    }
    writer.beginObject()
    writer.key("instance")
    writer.string(name)
    writer.key("assignments")
    writer.beginArray()
    for session in plan.assignments {
      writer.beginObject()
      number("request", session.request)
      number("advocate", session.advocate)
      number("start", session.start)
      number("room", session.room)
      writer.endObject()
    }
    writer.endArray()
    number("score", plan.score.total)
    number("bound", plan.certificate.bound)
    writer.key("status")
    writer.string(plan.isOptimal ? "optimal" : "feasible")
    if let exceptions = plan.certificate.fairness {
      writer.key("fairness")
      writer.beginArray()
      for exception in exceptions {
        writer.beginObject()
        number("waiting", exception.waiting)
        number("holder", exception.holder)
        writer.key("kind")
        writer.string(exception.kind.rawValue)
        writer.key("loss")
        if let loss = exception.loss { writer.integer(Int64(loss)) } else { writer.null() }
        writer.endObject()
      }
      writer.endArray()
    }
    number("effort", plan.statistics.effort)
    number("planned", plan.statistics.planned)
    if !plan.statistics.replans.isEmpty {
      writer.key("replanned")
      writer.beginArray()
      for replan in plan.statistics.replans { writer.string("\(replan.done):\(replan.planned)") }
      writer.endArray()
    }
    number("milliseconds", plan.statistics.milliseconds)
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
