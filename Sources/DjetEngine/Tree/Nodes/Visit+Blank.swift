extension Visit {
    /// Whether the HTML form that was sent has this field, and nothing in it. A value made of it would look
    /// as if the field had not been there.
    func leavesBlank(_ name: String) -> Bool {
        form?.contains { $0.name == name && $0.value.allSatisfy(\.isWhitespace) } ?? false
    }

    /// The parts in brackets of a field that were left blank: `body` of `columns[body]`.
    func blankFields(_ name: String) -> [String] {
        (form ?? []).compactMap { field, value in
            guard value.allSatisfy(\.isWhitespace), field.hasPrefix("\(name)["), field.hasSuffix("]") else {
                return nil
            }
            return String(field.dropFirst(name.count + 1).dropLast())
        }
    }
}
