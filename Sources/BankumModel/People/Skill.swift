/// What a matter asks of counsel, and what counsel knows well.
package enum Skill: String, Coded {
  /// Narcotics.
  case narcotics
  /// Theft, fraud, embezzlement.
  case property
  /// Assault, robbery, homicide.
  case violence
  /// Sexual offences.
  case sexualOffence
  /// Corruption and money laundering.
  case corruption
  /// Trafficking in people.
  case trafficking
  /// Children.
  case juvenile
  /// Appeal, cassation and review.
  case appeal
  /// Immigration.
  case immigration
  /// Family and civil matters.
  case civil
}
