import DjetModel
import Testing

struct SampleOrdersTests {
    @Test func theSameSeedMakesTheSameFile() {
        let first = SampleOrders(count: 300, seed: 9).flatMap { $0 }
        #expect(first == SampleOrders(count: 300, seed: 9).flatMap { $0 })
        #expect(first != SampleOrders(count: 300, seed: 10).flatMap { $0 })
    }

    @Test func theOrdersAreOfEveryKind() throws {
        let chunks = Array(SampleOrders(count: 5_000, seed: 1))
        var check = TextCheck()
        for chunk in chunks { check.feed(chunk) }
        var reading = OrderImport(try OrderFile(name: "sample.csv", check))
        var numbers: Set<Substring> = []
        var freeItems = 0
        var walkIns = 0
        for chunk in chunks {
            let batch = try reading.read(chunk)
            for line in String(decoding: batch.lines.bytes, as: UTF8.self).split(separator: "\n") {
                if line.split(separator: "\t")[2] == "0" { freeItems += 1 }
            }
            for run in String(decoding: batch.runs.bytes, as: UTF8.self).split(separator: "\n") {
                let fields = run.split(separator: "\t")
                numbers.insert(fields[4])
                if fields[5] == #"\N"# { walkIns += 1 }
            }
        }
        let returns = numbers.filter { $0.hasPrefix("C") }
        #expect((4_950...5_000).contains(numbers.count))
        #expect((300...500).contains(returns.count))
        #expect((400...650).contains(walkIns))
        #expect((100...400).contains(freeItems))
        #expect((40...180).contains(reading.rejected))
        #expect((40_000...60_000).contains(reading.lines))
    }

    @Test func noOrdersAreAHeader() {
        #expect(Array(SampleOrders(count: 0)).count == 1)
    }
}
