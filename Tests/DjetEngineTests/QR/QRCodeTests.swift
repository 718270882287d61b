import Testing

@testable import DjetEngine

@Suite struct QRCodeTests {
    /// The expected code was made by the Python package qrcode.
    @Test func aShortTextIsWhatOthersMakeOfIt() throws {
        let expected = [
            "#######..###..#######",
            "#.....#.#.##..#.....#",
            "#.###.#...#...#.###.#",
            "#.###.#...##..#.###.#",
            "#.###.#.#.#.#.#.###.#",
            "#.....#..##.#.#.....#",
            "#######.#.#.#.#######",
            ".........#.##........",
            "#.#.#.#..#.#....#..#.",
            "#.#.#....##...#....#.",
            ".....##..##.#...#####",
            "#.#.##.#.##...#....#.",
            ".##..###.##.#.#.#.#..",
            "........#.##.#.#..##.",
            "#######....#.###..###",
            "#.....#...####.##....",
            "#.###.#.#.##.###..###",
            "#.###.#..#....##..##.",
            "#.###.#.#.#.#...#.#.#",
            "#.....#..##...#.#..#.",
            "#######.#.#.#.##..###",
        ]
        let version = try #require(QRVersion.smallest(for: 5))
        var grid = QRGrid(version)
        grid.place(QRBlocks(version).codewords(of: Array("HELLO".utf8)))
        #expect(lines(grid.masked(by: 0)) == expected)
    }

    @Test func theMaskThatIsEasiestToReadIsTaken() throws {
        let code = try #require(QRCode(Array("HELLO".utf8)))
        let version = try #require(QRVersion.smallest(for: 5))
        var grid = QRGrid(version)
        grid.place(QRBlocks(version).codewords(of: Array("HELLO".utf8)))
        let penalties = (0..<8).map { grid.masked(by: $0).penalty }
        let taken = try #require((0..<8).first { grid.masked(by: $0).dark == code.modules })
        #expect(penalties[taken] == penalties.min())
    }

    /// The number of bytes that fit by the standard, at level M.
    @Test(arguments: [(1, 14), (2, 26), (6, 106), (7, 122), (9, 180), (10, 213), (14, 362), (20, 666)])
    func eachVersionHoldsWhatTheStandardSays(number: Int, bytes: Int) {
        #expect(QRVersion.smallest(for: bytes)?.number == number)
        #expect(QRVersion.smallest(for: bytes + 1)?.number != number)
    }

    @Test func whatIsTooLongIsNoPicture() {
        #expect(QRCode([UInt8](repeating: 65, count: 667)) == nil)
        let key = DeviceKey(
            secret: String(repeating: "A", count: 32), site: String(repeating: "ö", count: 100),
            user: String(repeating: "@", count: 63))
        #expect(key.picture != nil)
    }

    private func lines(_ grid: QRGrid) -> [String] {
        (0..<grid.size).map { row in
            (0..<grid.size).map { grid.isDark($0, row) ? "#" : "." }.joined()
        }
    }
}
