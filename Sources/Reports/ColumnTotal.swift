/// A column's total, worked out.
struct ColumnTotal: Hashable, Sendable {
    enum Value: Hashable, Sendable {
        case number(DecimalNumber)
        case cell(CellValue)
    }

    let kind: Total
    /// Nil where there is nothing to add up.
    let value: Value?
    /// How many values are no numbers and so not in a sum or an average.
    let leftOut: Int

    /// The total of the values at a position of the rows.
    init(_ kind: Total, of rows: [[CellValue]], at position: Int) {
        self.kind = kind
        let values = rows.lazy.map { $0[position] }.filter { !$0.isEmpty }
        switch kind {
        case .count:
            value = .number(DecimalNumber(values.reduce(0) { sum, _ in sum + 1 }))
            leftOut = 0
        case .sum, .average:
            var sum = RunningSum()
            for cell in values { sum.add(cell) }
            value = kind == .sum ? sum.sum : sum.average
            leftOut = sum.leftOut
        case .min, .max:
            value = ColumnTotal.extreme(Array(values), isLargest: kind == .max)
            leftOut = 0
        }
    }

    /// By number where all are numbers, by their text otherwise, which is the order of ISO dates.
    private static func extreme(_ values: [CellValue], isLargest: Bool) -> Value? {
        let numbers = values.compactMap(\.number)
        if numbers.count == values.count {
            let found = isLargest ? numbers.max { $0.isLess(than: $1) } : numbers.min { $0.isLess(than: $1) }
            return found.map { .number($0) }
        }
        let texts = values.compactMap { value -> String? in if case .text(let text) = value { text } else { nil } }
        return (isLargest ? texts.max() : texts.min()).map { .cell(.text($0)) }
    }
}

/// Adds up exactly as long as 38 digits hold, in doubles from then on.
private struct RunningSum {
    private var exact: DecimalNumber? = .zero
    private var rough = 0.0
    private var count = 0
    private(set) var leftOut = 0

    mutating func add(_ cell: CellValue) {
        if let number = cell.number {
            rough += number.double
            exact = exact?.adding(number)
        } else if case .double(let double) = cell {
            rough += double
            exact = nil
        } else {
            leftOut += 1
            return
        }
        count += 1
    }

    var sum: ColumnTotal.Value? {
        // A column of nothing but foreign values has no sum; an empty one has the sum 0.
        if count == 0, leftOut > 0 { return nil }
        return exact.map { .number($0) } ?? .cell(.double(rough))
    }

    var average: ColumnTotal.Value? {
        guard count > 0 else { return nil }
        return exact?.divided(by: count).map { .number($0) } ?? .cell(.double(rough / Double(count)))
    }
}
