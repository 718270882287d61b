import DjetStore

extension Schema {
    /// Makes JSON of the strings of an HTML form.
    ///
    /// A field of a field is named `lines[0].product`. What is left blank is left out where it may be; so is a
    /// place of a list in which everything is blank. A checkbox that is not sent is false.
    ///
    /// - Parameters:
    ///   - form: names and values, in the order in which they were sent.
    ///   - files: the stored files, by the names of the fields that take them.
    /// - Throws: `FieldErrors`, which names each field that will not do, unknown ones included.
    public func coerce(form: [(String, String)], files: [String: File] = [:]) throws -> String {
        var reading = FormReading(files: files)
        let tree = reading.tree(of: self, try FormTree(form), at: "")
        for field in files.keys.sorted() where !reading.used.contains(field) {
            reading.refuse(field, "takes no file")
        }
        guard reading.errors.isEmpty else { throw FieldErrors(reading.errors) }
        return (tree ?? .object([])).compact
    }
}
