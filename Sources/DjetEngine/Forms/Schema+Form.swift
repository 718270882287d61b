import DjetJSON
import DjetModel

extension Schema {
    /// Returns the JSON of an HTML form's fields.
    ///
    /// A nested field is named `lines[0].product`. A blank optional field is left out; so is a place in a
    /// list with nothing but blanks. A checkbox that is not sent is false.
    ///
    /// - Parameters:
    ///   - form: names and values, in the order in which they were sent.
    ///   - files: the stored files, by the names of their fields.
    /// - Throws: `FieldErrors`, which names the fields that are refused, unknown ones included.
    func tree(ofForm form: [(String, String)], files: [String: File] = [:]) throws -> JSONTree {
        let form = try FormTree(form, files: files)
        var reading = FormReading()
        let tree = reading.tree(of: self, form, at: "")
        reading.refuseUnusedFiles(of: form)
        guard reading.faults.isEmpty else { throw reading.faults.errors }
        return tree ?? .object([])
    }
}
