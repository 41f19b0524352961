import { configure } from '@testing-library/dom'

/** A busy machine may take its time to draw; what never comes still fails. */
configure({ asyncUtilTimeout: 10_000 })
