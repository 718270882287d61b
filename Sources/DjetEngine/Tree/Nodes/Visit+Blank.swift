extension Visit {
    /// Returns true if the submitted HTML form has this field and it is blank. A value decoded from the form
    /// does not tell a blank field from a missing one.
    func leavesBlank(_ name: String) -> Bool {
        form?.contains { $0.name == name && $0.value.allSatisfy(\.isWhitespace) } ?? false
    }

    /// Returns the bracketed parts of a field's blank entries: `body` of `columns[body]`.
    func blankFields(_ name: String) -> [String] {
        (form ?? []).compactMap { field, value in
            guard value.allSatisfy(\.isWhitespace), field.hasPrefix("\(name)["), field.hasSuffix("]") else {
                return nil
            }
            return String(field.dropFirst(name.count + 1).dropLast())
        }
    }
}
