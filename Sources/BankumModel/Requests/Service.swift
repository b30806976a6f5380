/// The three services of the cooperation agreement.
package enum Service: String, Coded {
  /// *Konsultasi hukum*: one visit, one inmate, an advocate or a paralegal.
  case consultation
  /// *Pendampingan hukum*: representation, a lasting mandate, advocates only, with a power of attorney.
  case assistance
  /// *Edukasi hukum*: a group event on one topic.
  case education
}
