import Testing

/// The names that the database keeps in English are in the Danish catalogs: pages show them in words.
@Suite struct NameTests {
    @Test func everyActionOfTheAuditIsInTheCatalog() throws {
        let known = try Self.catalog()
        var actions: Set<String> = []
        for file in House.swiftFiles(in: "Sources") {
            for text in SwiftText.all(in: file.text) where text.isAction { actions.insert(text.key) }
        }
        for file in House.files(in: "sql/site/functions", ending: ".sql") {
            for match in file.text.sqlCode.matches(of: #/enter_audit\([^;']*'([a-z.-]+)'/#) {
                actions.insert(String(match.1))
            }
        }
        #expect(actions.count > 70)
        for action in actions.sorted() { #expect(known[action] != nil, "the action “\(action)”") }
    }

    @Test func everyRightChoreAndKindOfFindingIsInTheCatalog() throws {
        let known = try Self.catalog()
        let right = try #require(House.file("Sources/DjetModel/Tree/Right.swift"))
        let rights = right.text.matches(of: #/\n {4}case ([a-z]+)\n/#).map { String($0.1) }
        #expect(rights.count == 6)
        let checks = House.swiftFiles(in: "Sources/DjetModel/Faults").flatMap { file in
            file.text.matches(of: #/(?:FaultCheck\(| id: )"([a-z-]+)"/#).map { String($0.1) }
        }
        #expect(checks.count > 15)
        for name in try rights + checks + Self.ownChores() { #expect(known[name] != nil, "“\(name)”") }
    }

    /// Djet's own chores by their names on the page of the workers.
    static func ownChores() throws -> [String] {
        let file = try #require(House.file("sql/queue/functions/own_chores.sql"))
        let list = try #require(file.text.firstMatch(of: #/'\{([a-z_,\s]+)\}'/#)).1
        return list.split(separator: ",").map { "djet." + String($0).trimmed }
    }

    static func catalog() throws -> [String: String] {
        try CatalogTests.catalog("").merging(CatalogTests.catalog("business/")) { $1 }
    }
}

extension SwiftText {
    /// True for an action of the audit, such as `order.place`.
    fileprivate var isAction: Bool {
        key.wholeMatch(of: #/[a-z-]+\.[a-z-]+/#) != nil
            && before.contains(#/(?:(?:audit|noting|note|change)\(|action:)[^"]*$/#)
    }
}
