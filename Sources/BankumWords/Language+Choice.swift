extension Language {
  /// Chooses the language: the option, else the locale, else the configuration, else Indonesian.
  ///
  /// - Parameters:
  ///   - option: what `--lang` said, if it was given.
  ///   - environment: looks up a variable of the environment.
  ///   - configuration: what the configuration says, if it says something.
  package static func chosen(
    option: Language?, environment: (_ name: String) -> String?, configuration: Language?
  ) -> Language {
    option ?? fromLocale(environment) ?? configuration ?? .indonesian
  }

  /// The language of the locale for messages, `nil` if that is neither English nor Indonesian.
  ///
  /// The first of LC_ALL, LC_MESSAGES and LANG that is set and not empty decides alone (POSIX.1-2017, Base
  /// Definitions 8.2). `C`, `C.UTF-8` and `POSIX` are no choice of a language: services run in them.
  package static func fromLocale(_ environment: (_ name: String) -> String?) -> Language? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let locale = environment(name), !locale.isEmpty { return Language(locale: locale) }
    }
    return nil
  }

  /// Reads `language[_TERRITORY][.charset][@modifier]`, `nil` for other languages.
  private init?(locale: String) {
    let language = locale.prefix { !"_.@".contains($0) }
    self.init(rawValue: language.lowercased())
  }
}
