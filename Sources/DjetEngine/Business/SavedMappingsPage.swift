import DjetModel

/// The saved mappings of an import.
struct SavedMappingsPage: Codable, Sendable {
    /// The fields of the form that renames one.
    private struct NewName: Codable {
        let name: String
    }

    let mappings: [SavedMapping]
    /// The address of the import.
    let importPath: String
    /// The address of the mappings.
    let mappingsPath: String
    let mayUse: Bool

    private init(_ visit: Visit, _ mappings: [SavedMapping]) {
        self.mappings = mappings
        importPath = visit.path()
        mappingsPath = visit.path("mappings")
        mayUse = visit.may(.use)
    }

    /// The routes of the list and its changes.
    static func routes(_ plain: ImportEngine) -> [Route] {
        [
            Route(.get, "mappings", "The saved mappings", answer: .page(Self.self)) { visit in
                let function = try DeskFunction(plain.function(of: visit)).node.type.name
                let mappings = try await visit.model.call(ListImportMappings(function: function))
                return .page("imports/mappings", title: "Saved mappings", Self(visit, mappings))
            },
            Route(
                .post, "mappings/{id:int}/rename", "Renames a mapping", body: .value(NewName.self),
                answer: .page(Nothing.self)
            ) { visit in
                let name = try visit.body(as: NewName.self).name
                let rename = RenameImportMapping(mapping: try visit.id, name: name)
                return try await change(visit, rename, "import-mapping.rename")
            },
            Route(
                .post, "mappings/{id:int}/remove", "Removes a mapping", answer: .page(Nothing.self)
            ) { visit in
                try await change(
                    visit, RemoveImportMapping(mapping: try visit.id), "import-mapping.remove")
            },
        ]
    }

    private static func change<Function: ModelFunction>(
        _ visit: Visit, _ function: Function, _ action: String
    ) async throws -> Reply where Function.Output == Nothing {
        let target = "\(try visit.id)"
        try await visit.model.transaction { model in
            _ = try await model.call(function)
            try await model.audit(action, target)
        }
        return .done(visit.path("mappings"), Nothing())
    }
}
