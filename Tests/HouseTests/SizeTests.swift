import Testing

/// Small files, one thing each.
@Suite struct SizeTests {
    private static let sources = House.swiftFiles(in: "Sources") + House.swiftFiles(in: "Benchmarks")

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
