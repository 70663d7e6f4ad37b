/// The fields of an entity in the order in which they are sent.
struct Schema: Sendable {
    /// Two schemas of one entity are never compared: the position of a field is its column everywhere.
    typealias Column = Int

    let fields: [Field]
    /// The dresses in which records are sent; each is kept ready per record.
    let faces: [Face]
    private let columnsByName: [String: Column]
    private let columnsByItemName: [String: Column]
    private let prefixes: [[[UInt8]]]

    /// The first field is the identifier.
    init(faces: [Face], _ fields: [Field]) {
        self.fields = fields
        self.faces = faces
        columnsByName = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
        columnsByItemName = Dictionary(fields.enumerated().map { ($1.itemName, $0) }) { first, _ in first }
        prefixes = faces.map { face in fields.map { face.prefix(of: $0) } }
    }

    /// The column of a field named as the old methods do.
    func column(_ name: String) -> Column? { columnsByName[name] }

    /// The column of a field named as the new methods do.
    func itemColumn(_ name: String) -> Column? { columnsByItemName[name] }

    /// The columns of fields that are known to be there; an unknown name is left out.
    func columns(_ names: [String]) -> [Column] { names.compactMap { columnsByName[$0] } }

    /// `"NAME":` as bytes, for each column.
    func prefixes(face: Int) -> [[UInt8]] { prefixes[face] }

    var columns: Range<Column> { fields.indices }
}
