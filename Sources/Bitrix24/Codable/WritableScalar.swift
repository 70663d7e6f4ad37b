import JSON

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value that is written by itself, without members.
protocol WritableScalar {
    /// Its JSON; nil where JSON has nothing for it.
    var written: JSONValue? { get }
}

extension WritableScalar where Self: BinaryInteger {
    // A number beyond `Int` as its digits, which the portal takes in the same way.
    var written: JSONValue? { Int(exactly: self).map(JSONValue.integer) ?? .string("\(self)") }
}

extension Int: WritableScalar {}
extension Int8: WritableScalar {}
extension Int16: WritableScalar {}
extension Int32: WritableScalar {}
extension Int64: WritableScalar {}
extension UInt: WritableScalar {}
extension UInt8: WritableScalar {}
extension UInt16: WritableScalar {}
extension UInt32: WritableScalar {}
extension UInt64: WritableScalar {}

extension Bool: WritableScalar { var written: JSONValue? { .bool(self) } }
extension String: WritableScalar { var written: JSONValue? { .string(self) } }
extension Double: WritableScalar { var written: JSONValue? { isFinite ? .double(self) : nil } }
// By its text, since 0.1 as a Float is not 0.1 as a Double.
extension Float: WritableScalar {
    var written: JSONValue? { isFinite ? Double(description).map(JSONValue.double) : nil }
}
extension Decimal: WritableScalar { var written: JSONValue? { isFinite ? .string(description) : nil } }
extension Date: WritableScalar {
    var written: JSONValue? { DateText.write(timeIntervalSince1970).map(JSONValue.string) }
}
extension URL: WritableScalar { var written: JSONValue? { .string(absoluteString) } }
extension Data: WritableScalar { var written: JSONValue? { .string(base64EncodedString()) } }
