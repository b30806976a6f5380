/// An instance with one fault and the place that an error has to name.
struct BrokenInstance: Sendable {
  let text: String
  let place: String

  static let sample = """
    {"name":"x","days":1,"slots_per_day":4,"days_per_week":5,"day_start_minute":510,"slot_minutes":30,"closed":[3],
    "weights":{"early_per_day":1,"continuity":2,"skill":3,"fair_per_session":4,"change":5},
    "lbhs":[{"id":0,"target":1,"quota":2}],
    "advocates":[{"id":0,"lbh":0,"gender":1,"skills":[1],"languages":[0],"available":[[0,4]],"daily_cap":2,
    "weekly_cap":2}],
    "rooms":[{"id":0,"accessible":1,"closed":[]}],"blocks":[{"id":0,"escort_capacity":1}],
    "requests":[{"id":0,"block":0,"duration":1,"tier":1,"waiting_days":0,"weight":50,"release":0,"due":4,"skill":1,
    "skill_hard":0,"language":0,"gender":0,"accessible":0,"excluded_lbhs":[],"preferred_advocate":-1,
    "busy":[[0,1]]}],"adverse_groups":[],"apart_pairs":[],"published":[]}
    """

  /// What is replaced, by what, and the place.
  private static let faults: [(old: String, new: String, place: String)] = [
    ("\"days\":1,", "", "days"),
    ("\"days\":1,", "\"days\":1.0,", "days"),
    ("\"days\":1,", "\"days\":true,", "days"),
    ("\"target\":1", "\"target\":\"1\"", "lbhs[0].target"),
    ("{\"id\":0,\"target\"", "{\"id\":1,\"target\"", "lbhs[0].id"),
    ("\"lbh\":0", "\"lbh\":4", "advocates[0].lbh"),
    ("\"available\":[[0,4]]", "\"available\":[[4,0]]", "advocates[0].available[0]"),
    ("\"available\":[[0,4]]", "\"available\":[[0,4,5]]", "advocates[0].available[0]"),
    ("\"duration\":1", "\"duration\":-1", "requests[0].duration"),
    ("\"skill_hard\":0", "\"skill_hard\":2", "requests[0].skill_hard"),
    ("\"preferred_advocate\":-1", "\"preferred_advocate\":-2", "requests[0].preferred_advocate"),
    ("\"busy\":[[0,1]]", "\"busy\":[[0,9]]", "requests[0].busy[0]"),
    ("\"apart_pairs\":[]", "\"apart_pairs\":[[0]]", "apart_pairs[0]"),
    ("\"adverse_groups\":[]", "\"adverse_groups\":[{\"sides\":[[0],[7]]}]", "adverse_groups[0].sides[1][0]"),
    (
      "\"published\":[]", "\"published\":[{\"request\":0,\"advocate\":0,\"start\":0,\"room\":3}]",
      "published[0].room"
    ),
    ("\"name\":\"x\"", "\"name\":7", "name"),
    ("{\"name\"", "{{\"name\"", "line 1, column 2"),
    // Missing keys, one of each kind of thing.
    ("\"slots_per_day\":4,", "", "slots_per_day"),
    ("\"closed\":[3],", "", "closed"),
    ("\"skill\":3,", "", "weights.skill"),
    ("\"quota\":2", "\"other\":2", "lbhs[0].quota"),
    ("\"daily_cap\":2,", "", "advocates[0].daily_cap"),
    ("\"accessible\":1,", "", "rooms[0].accessible"),
    ("\"escort_capacity\":1", "\"escort\":1", "blocks[0].escort_capacity"),
    ("\"busy\":[[0,1]]", "\"bus\":[[0,1]]", "requests[0].busy"),
    // Wrong types.
    ("\"lbhs\":[{\"id\":0,\"target\":1,\"quota\":2}]", "\"lbhs\":7", "lbhs"),
    ("\"lbhs\":[{\"id\":0,\"target\":1,\"quota\":2}]", "\"lbhs\":[7]", "lbhs[0]"),
    ("\"languages\":[0]", "\"languages\":[null]", "advocates[0].languages[0]"),
    ("\"weight\":50", "\"weight\":50.5", "requests[0].weight"),
    ("\"weight\":50", "\"weight\":1e2", "requests[0].weight"),
    ("\"excluded_lbhs\":[]", "\"excluded_lbhs\":{}", "requests[0].excluded_lbhs"),
    ("\"adverse_groups\":[]", "\"adverse_groups\":[[]]", "adverse_groups[0]"),
    ("\"published\":[]", "\"published\":[[0,0,0,0]]", "published[0]"),
    // Unknown ids and values out of range.
    ("\"block\":0", "\"block\":1", "requests[0].block"),
    ("\"block\":0", "\"block\":-1", "requests[0].block"),
    ("\"excluded_lbhs\":[]", "\"excluded_lbhs\":[1]", "requests[0].excluded_lbhs[0]"),
    ("\"preferred_advocate\":-1", "\"preferred_advocate\":1", "requests[0].preferred_advocate"),
    ("\"apart_pairs\":[]", "\"apart_pairs\":[[0,1]]", "apart_pairs[0][1]"),
    ("\"tier\":1", "\"tier\":0", "requests[0].tier"),
    ("\"tier\":1", "\"tier\":5", "requests[0].tier"),
    ("\"duration\":1", "\"duration\":0", "requests[0].duration"),
    ("\"due\":4", "\"due\":5", "requests[0].due"),
    ("\"closed\":[3]", "\"closed\":[4]", "closed[0]"),
    ("\"weekly_cap\":2", "\"weekly_cap\":-2", "advocates[0].weekly_cap"),
    // Ranges backwards.
    ("\"busy\":[[0,1]]", "\"busy\":[[0,1],[3,2]]", "requests[0].busy[1]"),
    ("\"accessible\":1,\"closed\":[]", "\"accessible\":1,\"closed\":[[2,1]]", "rooms[0].closed[0]"),
  ]

  /// One instance a fault. A fault that changed nothing would be no fault and show in the tests.
  static let all: [BrokenInstance] = faults.map { fault in
    guard let range = sample.firstRange(of: fault.old) else { return BrokenInstance(text: sample, place: fault.place) }
    let text = String(sample[..<range.lowerBound]) + fault.new + String(sample[range.upperBound...])
    return BrokenInstance(text: text, place: fault.place)
  }
}
