import DjetJobmachine
import DjetModel
import DjetStore

struct ScanHandler: JobHandler {
    struct Scan: Decodable {
        var barcode: String
    }

    let kind = "scanner.scan"

    func run(_ job: Job, in model: Model) async throws -> String {
        let scan = try job.decode(Scan.self)
        let title = try await model.database.first(
            "select title from library.book where code = \(scan.barcode)", as: String.self)
        guard let title else { throw ModelError.notFound("no book has the barcode \(scan.barcode)") }
        return title
    }
}
