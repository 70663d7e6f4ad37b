/// Forms (`application/x-www-form-urlencoded`) as PHP reads and writes them:
/// `filter[>ID]=5&select[]=ID&fields[PHONE][0][VALUE]=1`.
///
/// Everything means something to PHP, so that only limits can be exceeded: a `%` without two hexadecimal digits stands
/// for itself, bytes that are no UTF-8 are repaired, and a pair without a name is passed over.
public enum PHPForm {
    /// Reads a form or a query.
    ///
    /// A group whose names are 0, 1, 2 … is a list, any other a map. Of two pairs with one name the later counts.
    ///
    /// - Parameters:
    ///   - bytes: the body, or what follows the question mark of an address
    ///   - limits: how much is read
    /// - Returns: a map
    /// - Throws: the limit that is exceeded
    public static func decode(_ bytes: [UInt8], limits: FormLimits = FormLimits()) throws(FormError) -> FormValue {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(limit: limits.bytes) }
        return try bytes.withUnsafeBufferPointer { bytes throws(FormError) in
            var reader = FormReader(bytes: bytes, limits: limits)
            return try reader.read()
        }
    }

    /// Writes a map or a list as a form, its members in their order.
    ///
    /// Reading the form gives the value again, but for what forms can't say: groups without members are left out, PHP
    /// changes spaces, points and brackets in the outermost names, and no inner name can have a `]`. A text has no
    /// name and becomes nothing.
    public static func encode(_ form: FormValue) -> [UInt8] {
        var writer = FormWriter()
        writer.write(form)
        return writer.bytes
    }
}
