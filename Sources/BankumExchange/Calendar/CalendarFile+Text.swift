import BankumModel

extension CalendarFile {
  /// The calendar as RFC 5545 has it: CRLF, lines folded at 75 octets, texts escaped, times in UTC, so that no table
  /// of zones is needed.
  package var text: String {
    var writer = CalendarWriter()
    writer.line("BEGIN", "VCALENDAR")
    writer.line("VERSION", "2.0")
    writer.line("PRODID", CalendarText.escaped(product))
    writer.line("CALSCALE", "GREGORIAN")
    writer.line("METHOD", "PUBLISH")
    if let name { writer.line("X-WR-CALNAME", CalendarText.escaped(name)) }
    for event in events { event.write(to: &writer) }
    writer.line("END", "VCALENDAR")
    return writer.text
  }
}

extension CalendarEvent {
  fileprivate func write(to writer: inout CalendarWriter) {
    writer.line("BEGIN", "VEVENT")
    writer.line("UID", CalendarText.escaped(uid))
    writer.line("SEQUENCE", "\(sequence)")
    writer.line("DTSTAMP", CalendarText.time(stamp))
    writer.line("DTSTART", CalendarText.time(start))
    writer.line("DTEND", CalendarText.time(end))
    writer.line("SUMMARY", CalendarText.escaped(summary))
    if let location { writer.line("LOCATION", CalendarText.escaped(location)) }
    if let details { writer.line("DESCRIPTION", CalendarText.escaped(details)) }
    writer.line("STATUS", status.code)
    writer.line("END", "VEVENT")
  }
}
