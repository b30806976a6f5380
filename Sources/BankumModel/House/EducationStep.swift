/// What can happen to an education event.
package enum EducationStep: String, Coded {
  /// The house confirms what a partner proposes.
  case confirm
  /// It is called off.
  case cancel
  /// It took place, and attendance is known; the registrar also corrects the attendance.
  case hold
}
