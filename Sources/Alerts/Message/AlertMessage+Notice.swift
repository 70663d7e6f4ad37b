extension AlertMessage {
    /// The message that tells a notice.
    ///
    /// - Parameters:
    ///   - notice: what is told.
    ///   - moment: now, in seconds since 1970.
    ///   - locale: the language of what is added to the alert's own texts.
    ///   - date: how a moment (seconds since 1970) is written; nil for UTC.
    public init(
        _ notice: AlertNotice, at moment: Double, locale: AlertLocale, date: ((Double) -> String)? = nil
    ) {
        let words = AlertWords(locale: locale, date: date ?? { UTCMoment($0).text })
        switch notice {
        case .began(let one):
            let lines = [one.alert.text] + one.alert.details + words.repeated(one)
            self.init(
                occasion: .began, topic: one.topic, at: moment, title: words.title(one.topic),
                body: lines.joined(separator: "\n"))
        case .stillOpen(let one):
            let lines = [one.alert.text] + one.alert.details + [words.stillOpen(one, at: moment)]
            self.init(
                occasion: .reminder, topic: one.topic, at: moment, title: words.stillTitle(one.topic),
                body: lines.joined(separator: "\n"))
        case .over(let one):
            self.init(
                occasion: .over, topic: one.topic, at: moment, title: words.overTitle(one.topic),
                body: words.over(one, at: moment) + "\n" + words.last(one))
        case .many(let storm):
            self.init(
                occasion: .many, topic: nil, at: moment, title: words.title(storm), body: words.body(storm, at: moment))
        }
    }

    /// A message that tells nothing but that messages arrive.
    public static func trial(at moment: Double, locale: AlertLocale) -> AlertMessage {
        AlertMessage(
            occasion: .trial, topic: nil, at: moment,
            title: locale == .en ? "Lunokhod: a trial message" : "Lunokhod: пробное сообщение",
            body: locale == .en
                ? "Alerts arrive here. Nothing has happened."
                : "Оповещения приходят сюда. Ничего не случилось.")
    }
}
