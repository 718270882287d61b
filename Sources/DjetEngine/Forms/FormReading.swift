import DjetJSON
import DjetModel

/// A reading of a form by a schema, which collects the faults.
struct FormReading {
    private(set) var faults = FaultList()
    /// The fields whose files have been used.
    private var used: Set<String> = []
    /// The levels of nesting around the part that is read.
    private var levels = 0

    mutating func refuse(_ field: String, _ reason: @autoclosure () -> String) {
        faults.add(field, reason())
    }

    /// Refuses the files that no field has used.
    mutating func refuseUnusedFiles(of form: FormTree) {
        for (name, _) in form.files where !used.contains(name) { refuse(name, "takes no file") }
    }

    /// Returns the JSON of a part of the form; nil if it is wrong, which is then noted as a fault.
    mutating func tree(of schema: Schema, _ form: FormTree, at path: String) -> JSONTree? {
        switch schema {
        // A value with parts may come as JSON instead, in one field.
        case .object, .dictionary: if let whole = form.whole { return json(whole, at: path) }
        case .array(let element) where !element.isScalar:
            if let whole = form.whole { return json(whole, at: path) }
        default: break
        }
        return switch schema {
        case .object(let fields): object(fields, form, at: path)
        case .array(let element): array(element, form, at: path)
        case .dictionary(let value): dictionary(value, form, at: path)
        case .nullable(let inner): form.isBlank ? .word("null") : tree(of: inner, form, at: path)
        case .file: file(form, at: path)
        default: scalar(schema, form, at: path)
        }
    }

    /// Returns the JSON of a part within the one that is read.
    private mutating func nested(_ schema: Schema, _ form: FormTree, at path: String) -> JSONTree? {
        levels += 1
        defer { levels -= 1 }
        return tree(of: schema, form, at: path)
    }

    private mutating func object(_ fields: [Schema.Field], _ form: FormTree, at path: String) -> JSONTree? {
        for name in form.names where !fields.contains(where: { $0.name == name }) {
            refuse(Schema.path(path, name), "is not a known field")
        }
        let members = fields.compactMap { field in member(field, form, at: Schema.path(path, field.name)) }
        return .object(members)
    }

    private mutating func member(_ field: Schema.Field, _ form: FormTree, at path: String) -> JSONTree.Member?
    {
        let part = form[field.name] ?? FormTree()
        if field.isOptional, part.isBlank { return nil }
        return nested(field.schema, part, at: path).map { .init(name: field.name, value: $0) }
    }

    private mutating func array(_ element: Schema, _ form: FormTree, at path: String) -> JSONTree? {
        if element == .file { return .array(form.files.map { take($0.file, $0.name) }) }
        var elements: [JSONTree?] = []
        for place in form.places {
            guard Int(place) != nil else {
                refuse("\(path)[\(place)]", "is not an index of a list")
                continue
            }
            guard let part = form[place], !part.isBlank else { continue }
            elements.append(nested(element, part, at: "\(path)[\(place)]"))
        }
        for value in form.values where !value.isBlank {
            var part = FormTree()
            part.append(value)
            elements.append(nested(element, part, at: path))
        }
        return .array(elements.compactMap(\.self))
    }

    private mutating func dictionary(_ value: Schema, _ form: FormTree, at path: String) -> JSONTree? {
        .object(
            form.names.compactMap { key in
                guard let part = form[key], let value = nested(value, part, at: Schema.path(path, key))
                else { return nil }
                return .init(name: key, value: value)
            })
    }

    private mutating func file(_ form: FormTree, at path: String) -> JSONTree? {
        guard let (name, file) = form.file else {
            refuse(path, form.isBlank ? "is missing: choose a file" : "takes a file, not a text")
            return nil
        }
        return take(file, name)
    }

    private mutating func take(_ file: File, _ name: String) -> JSONTree {
        used.insert(name)
        return file.tree
    }

    private mutating func json(_ text: String, at path: String) -> JSONTree? {
        do {
            return try JSONReader.tree(of: text, fromOutside: true, inside: levels)
        } catch {
            refuse(path, "is not JSON: \(error)")
            return nil
        }
    }

    private mutating func scalar(_ schema: Schema, _ form: FormTree, at path: String) -> JSONTree? {
        guard form.names.isEmpty else {
            refuse(Schema.path(path, form.names[0]), "is not a known field")
            return nil
        }
        do throws(FormProblem) {
            return try schema.tree(of: form.values, inside: levels)
        } catch {
            refuse(path, error.reason)
            return nil
        }
    }
}
