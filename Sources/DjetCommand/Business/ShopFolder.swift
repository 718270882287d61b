import DjetModel
import Foundation

/// The files of a folder that an import of a shop takes.
struct ShopFolder: Sendable {
    private let suppliers, categories, products, customers, orders, lines: InputFile?

    /// Opens the files. Throws `CommandFailure` if there is no such folder, or one cannot be read, or the
    /// folder has none of them, or has orders without their lines.
    init(_ folder: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw CommandFailure(.noInput, "there is no folder \(folder)")
        }
        func file(_ names: String...) throws -> InputFile? {
            let paths = names.map { URL(fileURLWithPath: folder).appendingPathComponent($0).path }
            return try paths.first { FileManager.default.fileExists(atPath: $0) }.map { try InputFile($0) }
        }
        suppliers = try file("suppliers.csv")
        categories = try file("categories.csv")
        products = try file("products.csv")
        customers = try file("customers.csv")
        orders = try file("orders.csv")
        lines = try file("order_details.csv", "order_lines.csv", "order-details.csv", "order-lines.csv")
        guard [suppliers, products, customers, orders].contains(where: { $0 != nil }) else {
            throw CommandFailure(
                .noInput,
                "\(folder) has none of suppliers.csv, products.csv, customers.csv and orders.csv: name another one"
            )
        }
        guard (orders == nil) == (lines == nil) else {
            throw CommandFailure(
                .noInput, "\(folder) needs both orders.csv and order_details.csv, or neither")
        }
    }

    /// Stores the files in the database, and returns the function that imports them.
    func stored(currency: String?, in model: Model) async throws -> ImportShop {
        func store(_ file: InputFile?) async throws -> File? {
            guard let file else { return nil }
            return try await file.store(in: model, behind: ProgressBar("Storing \(file.name)"))
        }
        var shop = ImportShop()
        shop.currency = currency
        shop.suppliers = try await store(suppliers)
        shop.categories = try await store(categories)
        shop.products = try await store(products)
        shop.customers = try await store(customers)
        shop.orders = try await store(orders)
        shop.lines = try await store(lines)
        return shop
    }
}
