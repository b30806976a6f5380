@testable import SeedGenerator
