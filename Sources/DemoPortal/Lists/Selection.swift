/// Which fields of each record are sent: runs of neighbouring columns, so that a record is copied in few pieces.
struct Selection: Hashable, Sendable {
    let runs: [Range<Schema.Column>]

    init(_ columns: some Sequence<Schema.Column>) {
        var runs: [Range<Schema.Column>] = []
        for column in Set(columns).sorted() {
            if let last = runs.last, last.upperBound == column {
                runs[runs.count - 1] = last.lowerBound..<(column + 1)
            } else {
                runs.append(column..<(column + 1))
            }
        }
        self.runs = runs
    }

    /// Everything that a record has, also what is sent only on demand.
    static func everything(of schema: Schema) -> Selection { Selection(schema.columns) }

    /// What is sent when nothing is selected: all fields but those on demand.
    static func usual(of schema: Schema) -> Selection {
        Selection(schema.columns.filter { !schema.fields[$0].traits.contains(.onDemand) })
    }

    /// Reads a `select`: names, `*` and `UF_*`. Unknown names are passed over, as the portal does. The identifier
    /// always comes along.
    init(_ names: [String], schema: Schema, dialect: Dialect) {
        var columns: [Schema.Column] = [0]
        for name in names {
            switch name {
            case "*":
                columns += schema.columns.filter { dialect.star(schema.fields[$0]) }
            case "UF_*":
                columns += schema.columns.filter { dialect.customStar(schema.fields[$0]) }
            default:
                guard let column = dialect.column(name, in: schema) else { continue }
                columns.append(column)
                columns += dialect.companions(of: schema.fields[column], in: schema)
            }
        }
        self.init(columns)
    }
}
