import Testing

/// What the queue, the site and the business refuse in SQL is in the Danish catalogs: pages show it.
@Suite struct RefusalTests {
    /// Functions whose refusals no form of a page can cause: workers and programs call them.
    private static let ofPrograms: Set<String> = [
        "add_chunk", "check_shape", "check_tenants", "check_worker", "declare_chores", "declare_schedules",
        "drop_days", "due_times", "estimate", "filter_of", "finish_file", "join_group", "keep_step",
        "make_day", "make_group", "next_due", "note_refusal", "progress", "refuse_file", "refuse_null",
        "require_group", "rescue", "schedule_with", "seconds_of", "terms_of", "up_to", "wait_for",
        "write_log",
    ]

    @Test(arguments: ["queue", "site", "business"])
    func everyRefusalThatAFormCanCauseIsInTheCatalog(home: String) throws {
        let known = try NameTests.catalog()
        var count = 0
        for file in House.files(in: "sql/\(home)/functions", ending: ".sql")
        where !Self.ofPrograms.contains(file.functionName) {
            for text in file.text.sqlCode.refusals {
                count += 1
                #expect(known[text] != nil, "\(file.path): “\(text)”")
            }
        }
        #expect(count > 0)
    }

    @Test func everyFunctionOfProgramsIsThere() {
        let files = ["queue", "site"].flatMap { House.files(in: "sql/\($0)/functions", ending: ".sql") }
        #expect(Self.ofPrograms.isSubset(of: files.map(\.functionName)))
    }
}

extension House.File {
    fileprivate var functionName: String {
        String(path.split(separator: "/").last?.split(separator: ".").first ?? "")
    }
}

extension String {
    /// The messages of the exceptions that callers are told of, and their hints.
    fileprivate var refusals: [String] {
        let raised = #/raise exception\s+'((?:[^']|'')*)'([^;]{0,300}?)errcode = 'DJ[45]\d\d'/#
        let hint = #/^,\s*hint = (?:format\(\s*)?'((?:[^']|'')*)'/#
        return matches(of: raised).flatMap { match -> [String] in
            let advice = self[match.range.upperBound...].firstMatch(of: hint).map { String($0.1) }
            return [String(match.1).sqlKey] + (advice.map { [$0.sqlKey] } ?? [])
        }
    }
}
