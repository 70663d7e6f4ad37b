extension ReportLocale {
    var yes: String {
        self == .ru ? "Да" : "Yes"
    }

    var no: String {
        self == .ru ? "Нет" : "No"
    }

    var total: String {
        self == .ru ? "Итого" : "Total"
    }

    var period: String {
        self == .ru ? "Период" : "Period"
    }

    var note: String {
        self == .ru ? "Примечание" : "Note"
    }

    var noRows: String {
        self == .ru ? "Нет строк." : "No rows."
    }

    var generated: String {
        self == .ru ? "Сформировано" : "Generated"
    }

    /// What explains the asterisk at a total that leaves values out.
    func leftOut(_ count: Int, of heading: String) -> String {
        let number = written(DecimalNumber(count), decimals: 0)
        return self == .ru
            ? "«\(heading)»: не числа и не вошли в итог: \(number)."
            : "\(heading): values that are not numbers and not in the total: \(number)."
    }
}
