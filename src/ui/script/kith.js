// Starts the parts of govuk-frontend that pages mark with data-module. Pages work without it.
import { initAll } from 'govuk-frontend'

initAll()
