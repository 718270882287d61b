import DjetJSON
import HTTPTypes

/// The names and values of a query or of an HTML form (`application/x-www-form-urlencoded`).
enum FormText {
    /// Returns the pairs. Throws `RequestError` of 400 if the text cannot be decoded, or a name is too long.
    ///
    /// - Parameter isLeftOut: returns true for names to drop, whatever their values are.
    static func pairs(
        _ text: String, leavingOut isLeftOut: (String) -> Bool = { _ in false }
    ) throws -> [(name: String, value: String)] {
        try text.utf8.split(separator: UInt8(ascii: "&")).compactMap { pair in
            let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = try decoded(pair[..<end])
            guard name.utf8.count <= FieldName.longest else { throw tooLong(name) }
            return isLeftOut(name) ? nil : (name: name, value: try decoded(pair[end...].dropFirst()))
        }
    }

    /// Returns the refusal (400) of a field name that is too long.
    static func tooLong(_ name: String) -> RequestError {
        RequestError(
            .badRequest,
            "a field's name has at most \(FieldName.longest) bytes: “\(name.beginning(40))…” is longer")
    }

    private static func decoded(_ text: Substring.UTF8View) throws -> String {
        guard let decoded = Percent.decoded(text.lazy.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }) else {
            let start = String(decoding: text.prefix(100), as: UTF8.self)
            throw RequestError(.badRequest, "“\(start)” is not percent-encoded UTF-8")
        }
        guard !CombiningMarks.areTooMany(in: decoded) else { throw BodyText.tooManyMarks }
        return decoded
    }
}
