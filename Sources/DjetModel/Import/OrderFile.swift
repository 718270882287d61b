/// A file of orders as its first reading has found it: text, not empty, in a known encoding.
package struct OrderFile: Sendable {
    /// The file's name, for messages.
    package let name: String

    /// How the file spells its characters.
    package let encoding: TextEncoding

    /// How many bytes it has.
    package let size: Int

    /// Takes what a first reading has found.
    ///
    /// - Throws: that the file is empty, is UTF-16 or is not text at all.
    package init(name: String, _ check: TextCheck) throws(ImportError) {
        guard check.hasText else {
            throw ImportError(
                file: name,
                "the file is empty; expected is a CSV file with a header and order lines"
            )
        }
        guard !check.isUTF16 else {
            throw ImportError(file: name, line: 1, "the file is UTF-16; save it again as CSV in UTF-8")
        }
        if let line = check.lineOfNUL {
            throw ImportError(
                file: name,
                line: line,
                "the file is binary (it has a NUL byte), expected is text; import the orders saved as CSV"
            )
        }
        (self.name, encoding, size) = (name, check.encoding, check.size)
    }
}
