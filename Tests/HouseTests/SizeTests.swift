import Testing

/// Small files, one thing each.
@Suite struct SizeTests {
    private static let sources = House.swiftFiles(in: "Sources") + House.swiftFiles(in: "Benchmarks")
    /// The files of fewer than 15 lines, each with the reason why it stands alone.
    static let short = [
        "Sources/DjetCommand/Keys/KeysCommand.swift": "the command above the others of its folder",
        "Sources/DjetCommand/Nodes/NodesCommand.swift": "the command above the others of its folder",
        "Sources/DjetCommand/Output/JSONTree+Stored.swift": "the answers of jobs, calls and offloads use it",
        "Sources/DjetCommand/Queues/QueuesCommand.swift": "the command above the others of its folder",
        "Sources/DjetCommand/Users/TenantOptions.swift": "two commands have it",
        "Sources/DjetEngine/Engine/AcceptedTicket.swift": "replies and /openapi.json use it",
        "Sources/DjetEngine/Engine/BodyShape.swift": "routes state it, and the reader of bodies follows it",
        "Sources/DjetEngine/Functions/Visit+Offload.swift": "functions and orders use it",
        "Sources/DjetJSON/Text/Beginning.swift": "the rooms above use it",
        "Sources/DjetModel/Jobs/Duration+Bounded.swift": "whatever reads a number of seconds uses it",
        "Sources/DjetModel/Text/Date+Sent.swift": "queries and searches for jobs read times by it",
        "Sources/DjetStore/Embedded/System/SystemError.swift": "all that calls the system uses it",
        "Sources/djet/Djet.swift": "it is the whole program",
    ]

    @Test func noFileIsLongerThan300Lines() {
        let files = Self.sources + House.swiftFiles(in: "Tests")
        #expect(files.count > 100)
        for file in files {
            #expect(file.lineCount <= 300, "\(file.path) has \(file.lineCount) lines")
        }
    }

    @Test func theMedianFileHasAtMost90Lines() {
        let counts = Self.sources.map(\.lineCount).sorted()
        #expect(counts[counts.count / 2] <= 90)
        #expect(counts[counts.count * 95 / 100] <= 200)
    }

    /// A file this short is a page turned for little.
    @Test func aShortFileHasAReason() {
        let short = Set(Self.sources.filter { $0.lineCount < 15 }.map(\.path))
        for path in short.subtracting(Self.short.keys).sorted() {
            Issue.record("\(path): put it beside its user, or give the reason why it stands alone")
        }
        #expect(Set(Self.short.keys).subtracting(short).isEmpty, "these are short no more, or gone")
    }

    @Test func aFilesLinesAreCounted() {
        #expect(House.File(path: "", text: "").lineCount == 0)
        #expect(House.File(path: "", text: "a\n\nb\n").lineCount == 3)
    }

    @Test func noFileIsADrawer() {
        for file in Self.sources {
            for word in ["Util", "Helper", "Common", "Extensions", "Misc"] {
                #expect(!file.path.contains(word), "\(file.path)")
            }
        }
    }

    @Test func nothingIsForced() {
        for file in Self.sources {
            for line in file.text.split(separator: "\n") where !line.contains("//") {
                #expect(!line.contains("try!") && !line.contains("as!"), "\(file.path): \(line)")
            }
        }
    }

    @Test func whatIsUncheckedSaysWhy() {
        for file in Self.sources where file.text.contains("@unchecked Sendable") {
            #expect(file.text.contains("Unchecked because"), "\(file.path)")
        }
    }
}
