import JSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value that is read as a whole, in all forms that the portal has for it.
protocol ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> Self
}

extension ReadableScalar where Self: FixedWidthInteger {
    static func read(from decoder: AnswerDecoder) throws -> Self {
        let view = decoder.view
        let value: Self?
        switch view.kind {
        case .integer: value = view.integer.flatMap(Self.init(exactly:))
        // Beyond 2^53 nobody knows which whole number was meant.
        case .double: value = view.double.flatMap { abs($0) <= 0x1p53 ? Self(exactly: $0) : nil }
        case .string: value = view.string.flatMap(NumberText.whole).flatMap { Self($0) }
        default: throw decoder.mismatch(Self.self, "a whole number")
        }
        if let value { return value }
        throw decoder.corrupted("it is \(view.kindInWords) that is not a whole number of the type \(Self.self)")
    }
}

extension Int: ReadableScalar {}
extension Int8: ReadableScalar {}
extension Int16: ReadableScalar {}
extension Int32: ReadableScalar {}
extension Int64: ReadableScalar {}
extension UInt: ReadableScalar {}
extension UInt8: ReadableScalar {}
extension UInt16: ReadableScalar {}
extension UInt32: ReadableScalar {}
extension UInt64: ReadableScalar {}

extension Double: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> Double {
        if let number = decoder.view.double { return number }
        guard let text = decoder.view.string else { throw decoder.mismatch(Double.self, "a number") }
        guard NumberText.isNumber(text), let number = Double(text), number.isFinite else {
            throw decoder.corrupted("it is \(decoder.view.kindInWords) that is not a number")
        }
        return number
    }
}

extension Float: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> Float { Float(try Double.read(from: decoder)) }
}

extension Decimal: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> Decimal {
        let view = decoder.view
        if let integer = view.integer { return Decimal(integer) }
        guard let text = view.string ?? view.double.map({ "\($0)" }) else {
            throw decoder.mismatch(Decimal.self, "a number")
        }
        guard NumberText.isNumber(text), let number = Decimal(string: text) else {
            throw decoder.corrupted("it is \(view.kindInWords) that is not a number")
        }
        return number
    }
}

extension Bool: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> Bool {
        let view = decoder.view
        switch view.kind {
        case .bool: return view.bool == true
        case .integer where view.integer == 1: return true
        case .integer where view.integer == 0: return false
        case .string:
            switch view.string {
            case "Y", "1": return true
            case "N", "0": return false
            default: throw decoder.corrupted("it is \(view.kindInWords) that is none of Y, N, 1 and 0")
            }
        default: throw decoder.mismatch(Bool.self, "true or false")
        }
    }
}

extension String: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> String {
        // Some methods answer with an identifier as a number, others as a text.
        if let text = decoder.view.string ?? decoder.view.integer.map(String.init) { return text }
        throw decoder.mismatch(String.self, "a text")
    }
}

extension Date: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> Date {
        guard let text = decoder.view.string else { throw decoder.mismatch(Date.self, "a moment") }
        guard let seconds = DateText.read(text) else {
            throw decoder.corrupted("it is no moment such as 2026-03-01T12:00:00+03:00; decode it as a String")
        }
        return Date(timeIntervalSince1970: seconds)
    }
}

extension URL: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> URL {
        guard let text = decoder.view.string else { throw decoder.mismatch(URL.self, "an address") }
        guard let url = URL(string: text) else { throw decoder.corrupted("it is a text that is not an address") }
        return url
    }
}

extension Data: ReadableScalar {
    static func read(from decoder: AnswerDecoder) throws -> Data {
        guard let text = decoder.view.string else { throw decoder.mismatch(Data.self, "a text in Base64") }
        guard let data = Data(base64Encoded: text) else { throw decoder.corrupted("it is a text that is not Base64") }
        return data
    }
}
