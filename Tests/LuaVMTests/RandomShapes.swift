import JSON
import Trials

/// Shapes and values from a seed. Most values are close to what their shape is for.
struct RandomShapes {
    var random: SeededRandom

    private static let names = [
        "ID", "TITLE", "UF_CRM_1", "UF_CRM_22", "PARENT_ID_7", "a", "", "я", "0", "1", "2", "10", "07",
    ]
    private static let texts = [
        "7", "-7", "0", "-0", "007", "1e5", "1000.00", "-0.00", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "-9223372036854775809", "12345678901234567890", "10000000000000000000000", "0.1",
        "123456789012345.00", "123456789012345.67", "1e400", "1e-320", "1.5E+3", "1e", "1e+", "+5", " 5", "5 ", "5.",
        ".5", "-", "", "Y", "N", "1", "y", "да", "1e-30", "2.5e30", "0e5", "0x10", "inf", "nan", "1_000", "00.5", "-.5",
    ]

    mutating func model(depth: Int) -> ShapeModel {
        let scalars: [ShapeModel] = [.any, .integer, .number, .flag, .letterFlag]
        guard depth > 0, Int.random(in: 0..<10, using: &random) > 2 else {
            return scalars.randomElement(using: &random) ?? .any
        }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .list(model(depth: depth - 1))
        case 1: return .map(model(depth: depth - 1))
        case 2: return .tuple((0..<Int.random(in: 0..<4, using: &random)).map { _ in model(depth: depth - 1) })
        default:
            let members = (0..<Int.random(in: 0..<7, using: &random)).map { _ in (name(), model(depth: depth - 1)) }
            let prefixes = ["UF_CRM_", "PARENT_ID_", "U", ""].filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
            return .record(members, prefixes: prefixes.map { ($0, model(depth: depth - 1)) })
        }
    }

    /// A value for a shape, or any other.
    mutating func value(for model: ShapeModel, depth: Int) -> JSONValue {
        guard Int.random(in: 0..<8, using: &random) > 0 else { return value(depth: depth) }
        let count = Int.random(in: 0..<5, using: &random)
        switch model {
        case .list(let element):
            let elements = (0..<count).map { _ in value(for: element, depth: depth - 1) }
            guard Bool.random(using: &random) else { return .array(elements) }
            let start = Int.random(in: 0..<4, using: &random)
            return .object(JSONObject(elements.enumerated().map { ("\(start + $0 * 3)", $1) }))
        case .map(let each):
            return .object(JSONObject((0..<count).map { _ in (name(), value(for: each, depth: depth - 1)) }))
        case .tuple(let elements): return .array(elements.map { value(for: $0, depth: depth - 1) })
        case .record(let members, let prefixes):
            if Int.random(in: 0..<8, using: &random) == 0 {
                return .array((0..<count).map { _ in value(for: model, depth: depth - 1) })
            }
            return .object(
                JSONObject((members + prefixes).shuffled(using: &random).map { ($0, value(for: $1, depth: depth - 1)) })
            )
        default: return scalar()
        }
    }

    private mutating func value(depth: Int) -> JSONValue {
        let count = Int.random(in: 0..<5, using: &random)
        switch depth > 0 ? Int.random(in: 0..<4, using: &random) : 0 {
        case 2: return .array((0..<count).map { _ in value(depth: depth - 1) })
        case 3: return .object(JSONObject((0..<count).map { _ in (name(), value(depth: depth - 1)) }))
        default: return scalar()
        }
    }

    private mutating func scalar() -> JSONValue {
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int.random(in: -2...2, using: &random))
        case 3: return .integer(Int.random(in: .min...(.max), using: &random))
        case 4: return .double(Double(Int.random(in: -9...9, using: &random)))
        case 5:
            return .double(
                [0.5, -0.0, 1e18, 9223372036854775808.0, -9223372036854775808.0, 1e300, 5e-324][
                    Int.random(in: 0..<7, using: &random)])
        case 6, 7: return .string(numeral())
        default: return .string(Self.texts.randomElement(using: &random) ?? "")
        }
    }

    private mutating func numeral() -> String {
        let whole = Int.random(in: 0..<(1 << Int.random(in: 1..<63, using: &random)), using: &random)
        let fraction = (0..<Int.random(in: 1..<20, using: &random)).map { _ in Int.random(in: 0..<10, using: &random) }
        let digits = fraction.map(String.init).joined()
        return [
            "\(whole)", "-\(whole)", "\(whole).\(digits)", "\(whole % 1000).\(digits.prefix(3))",
            "\(whole % 10000)e-\(digits.prefix(2))",
        ]
        .randomElement(using: &random) ?? ""
    }

    private mutating func name() -> String { Self.names.randomElement(using: &random) ?? "" }
}
