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
        var booking = OrderImport(
            OrderReading(try OrderFile(name: "sample.csv", check), ImportTerms()), of: "i")
        var numbers: Set<Substring> = []
        var (freeItems, rejected) = (0, 0)
        for chunk in chunks {
            let batch = try booking.read(chunk)
            for line in String(decoding: batch.lines.bytes, as: UTF8.self).split(separator: "\n") {
                let fields = line.split(separator: "\t")
                if fields[2] == "0" { freeItems += 1 }
                if !fields[3].hasPrefix("A") { numbers.insert(fields[3]) }
            }
            for reject in String(decoding: batch.rejects.bytes, as: UTF8.self).split(separator: "\n") {
                rejected += 1
                #expect(reject.split(separator: "\t")[3].hasPrefix("A"), "it rejects no other line with it")
            }
        }
        let returns = numbers.filter { $0.hasPrefix("C") }
        #expect((4_950...5_000).contains(numbers.count))
        #expect((300...500).contains(returns.count))
        #expect((100...400).contains(freeItems))
        #expect((40...180).contains(rejected))
        #expect((40_000...60_000).contains(booking.reading.lines))
    }

    @Test func noOrdersAreAHeader() {
        #expect(Array(SampleOrders(count: 0)).count == 1)
    }
}
