import DjetCommand
import DjetJobmachine
import DjetModel
import DjetStore

struct RowsOfTenants: JobMiddleware {
    func handle(_ job: Job, in model: Model, next: NextHandler) async throws -> JobReply {
        guard let tenant = job.tenant, model.isInTransaction else { return try await next(model) }
        try await model.database.query("select set_config('library.tenant', \(tenant), true)")
        return try await next(model.providing(Branch(name: tenant)))
    }
}

struct TagOfTenant: OffloadMiddleware {
    func offload(_ offload: Offload, in model: Model, next: NextOffload) async throws -> [TicketID] {
        var offload = offload
        if let tenant = model.tenant { offload.tags.append(tenant) }
        return try await next(offload)
    }
}

struct Branch: Sendable {
    var name: String
}

extension Part {
    static let branches = Part(
        "branches", middleware: [RowsOfTenants()], offloadMiddleware: [TagOfTenant()])
}
