import CSV

extension CSVOptions {
    /// The options that suit a locale.
    public static func preset(for locale: ReportLocale) -> CSVOptions {
        switch locale {
        case .ru: .excelRu
        case .en: .rfc4180
        }
    }
}
