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
    /// - Throws: `FieldErrors`, which names the fields that will not do, unknown ones included.
    public func coerce(form: [(String, String)], files: [String: File] = [:]) throws -> String {
        let form = try FormTree(form, files: files)
        var reading = FormReading()
        let tree = reading.tree(of: self, form, at: "")
        reading.refuseUnusedFiles(of: form)
        guard reading.faults.isEmpty else { throw reading.faults.errors }
        return (tree ?? .object([])).compact
    }
}
