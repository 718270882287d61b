extension String {
    /// Returns the text with each ASCII scalar replaced for which `other` returns a text.
    ///
    /// It works by scalars, not characters: a quotation mark with an accent behind it is one character, and
    /// no quotation mark. One pass over the bytes fills one buffer, since appending to a view of a text may
    /// copy all of it each time.
    package func rewritten(_ other: (Unicode.Scalar) -> String?) -> String {
        var written: [UInt8] = []
        written.reserveCapacity(utf8.count)
        for byte in utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII, let other = other(scalar) {
                written.append(contentsOf: other.utf8)
            } else {
                written.append(byte)
            }
        }
        return String(decoding: written, as: UTF8.self)
    }
}
